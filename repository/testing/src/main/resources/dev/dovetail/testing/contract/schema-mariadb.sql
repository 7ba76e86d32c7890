create table biographies (
    id bigint auto_increment primary key,
    content varchar(200)
) default charset utf8mb4 collate utf8mb4_bin;

create table authors (
    id bigint auto_increment primary key,
    version integer not null,
    name varchar(40) not null,
    email varchar(80),
    city varchar(40),
    zip varchar(10),
    biography_id bigint,
    constraint uq_authors_email unique (email),
    constraint uq_authors_biography unique (biography_id),
    constraint fk_authors_biography foreign key (biography_id) references biographies (id)
) default charset utf8mb4 collate utf8mb4_bin;

create table books (
    id bigint auto_increment primary key,
    version bigint not null,
    isbn varchar(20),
    title varchar(60) not null,
    page_count integer,
    price decimal(12, 2),
    published date,
    genre varchar(10),
    sold boolean not null,
    author_id bigint not null,
    constraint uq_books_isbn unique (isbn),
    constraint fk_books_author foreign key (author_id) references authors (id)
) default charset utf8mb4 collate utf8mb4_bin;

create table chapters (
    id bigint auto_increment primary key,
    book_id bigint not null,
    chapter_position integer not null,
    title varchar(60) not null,
    constraint fk_chapters_book foreign key (book_id) references books (id)
) default charset utf8mb4 collate utf8mb4_bin;

create table tags (
    name varchar(20) not null primary key,
    description varchar(100)
) default charset utf8mb4 collate utf8mb4_bin;

create table book_tags (
    book_id bigint not null,
    tag_name varchar(20) not null,
    constraint pk_book_tags primary key (book_id, tag_name),
    constraint fk_book_tags_book foreign key (book_id) references books (id),
    constraint fk_book_tags_tag foreign key (tag_name) references tags (name)
) default charset utf8mb4 collate utf8mb4_bin;

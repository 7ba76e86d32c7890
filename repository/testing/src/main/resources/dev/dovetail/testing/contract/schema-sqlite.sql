create table biographies (
    id integer primary key autoincrement,
    content varchar(200) check (length(content) <= 200)
);

create table authors (
    id integer primary key autoincrement,
    version integer not null,
    name varchar(40) not null check (length(name) <= 40),
    email varchar(80) check (length(email) <= 80),
    city varchar(40) check (length(city) <= 40),
    zip varchar(10) check (length(zip) <= 10),
    biography_id bigint,
    constraint uq_authors_email unique (email),
    constraint uq_authors_biography unique (biography_id),
    constraint fk_authors_biography foreign key (biography_id) references biographies (id)
);

create table books (
    id integer primary key autoincrement,
    version bigint not null,
    isbn varchar(20) check (length(isbn) <= 20),
    title varchar(60) not null check (length(title) <= 60),
    page_count integer,
    price decimal(12, 2),
    published date,
    genre varchar(10) check (length(genre) <= 10),
    sold boolean not null,
    author_id bigint not null,
    constraint uq_books_isbn unique (isbn),
    constraint fk_books_author foreign key (author_id) references authors (id)
);

create table chapters (
    id integer primary key autoincrement,
    book_id bigint not null,
    chapter_position integer not null,
    title varchar(60) not null check (length(title) <= 60),
    constraint fk_chapters_book foreign key (book_id) references books (id)
);

create table tags (
    name varchar(20) not null primary key check (length(name) <= 20),
    description varchar(100) check (length(description) <= 100)
);

create table book_tags (
    book_id bigint not null,
    tag_name varchar(20) not null,
    constraint pk_book_tags primary key (book_id, tag_name),
    constraint fk_book_tags_book foreign key (book_id) references books (id),
    constraint fk_book_tags_tag foreign key (tag_name) references tags (name)
);

create table users (id integer primary key, email varchar(100) not null unique);

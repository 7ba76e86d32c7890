create table orders (
  id integer primary key,
  user_id bigint not null references users (id)
);

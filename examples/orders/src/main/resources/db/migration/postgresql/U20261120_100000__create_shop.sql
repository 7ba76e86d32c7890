drop table order_lines;
drop table orders;
drop table products;
drop table users;

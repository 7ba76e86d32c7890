-- down-revision: base

create table users (
    id bigint not null auto_increment,
    email varchar(254) not null,
    name varchar(100) not null,
    constraint pk_users primary key (id),
    constraint uq_users_email unique (email)
) default character set utf8mb4 collate utf8mb4_bin;

create table products (
    id bigint not null auto_increment,
    sku varchar(20) not null,
    name varchar(200) not null,
    price_cents bigint not null,
    stock integer not null,
    version integer not null,
    constraint pk_products primary key (id),
    constraint uq_products_sku unique (sku),
    constraint ck_products_price_cents check (price_cents > 0),
    constraint ck_products_stock check (stock >= 0)
) default character set utf8mb4 collate utf8mb4_bin;

create table orders (
    id bigint not null auto_increment,
    number varchar(20) not null,
    user_id bigint not null,
    ship_to varchar(100) not null,
    ordered_at datetime(3) not null,
    total_cents bigint not null,
    constraint pk_orders primary key (id),
    constraint uq_orders_number unique (number),
    constraint fk_orders_user_id_users foreign key (user_id) references users (id),
    constraint ck_orders_total_cents check (total_cents >= 0)
) default character set utf8mb4 collate utf8mb4_bin;

create index ix_orders_user_id on orders (user_id);

create table order_lines (
    id bigint not null auto_increment,
    order_id bigint not null,
    line_number integer not null,
    product_id bigint not null,
    quantity integer not null,
    unit_price_cents bigint not null,
    note varchar(500),
    constraint pk_order_lines primary key (id),
    constraint uq_order_lines_order_id_line_number unique (order_id, line_number),
    constraint fk_order_lines_order_id_orders foreign key (order_id) references orders (id),
    constraint fk_order_lines_product_id_products foreign key (product_id) references products (id),
    constraint ck_order_lines_quantity check (quantity > 0),
    constraint ck_order_lines_unit_price_cents check (unit_price_cents > 0)
) default character set utf8mb4 collate utf8mb4_bin;

create index ix_order_lines_product_id on order_lines (product_id);

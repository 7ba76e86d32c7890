-- down-revision: base

create table users (
    id integer not null constraint pk_users primary key autoincrement,
    email varchar(254) not null,
    name varchar(100) not null,
    constraint uq_users_email unique (email),
    constraint ck_users_email_length check (length(email) <= 254),
    constraint ck_users_name_length check (length(name) <= 100)
);

create table products (
    id integer not null constraint pk_products primary key autoincrement,
    sku varchar(20) not null,
    name varchar(200) not null,
    price_cents bigint not null,
    stock integer not null,
    version integer not null,
    constraint uq_products_sku unique (sku),
    constraint ck_products_price_cents check (price_cents > 0),
    constraint ck_products_stock check (stock >= 0),
    constraint ck_products_sku_length check (length(sku) <= 20),
    constraint ck_products_name_length check (length(name) <= 200)
);

create table orders (
    id integer not null constraint pk_orders primary key autoincrement,
    number varchar(20) not null,
    user_id bigint not null,
    ship_to varchar(100) not null,
    ordered_at timestamp not null,
    total_cents bigint not null,
    constraint uq_orders_number unique (number),
    constraint fk_orders_user_id_users foreign key (user_id) references users (id),
    constraint ck_orders_total_cents check (total_cents >= 0),
    constraint ck_orders_number_length check (length(number) <= 20),
    constraint ck_orders_ship_to_length check (length(ship_to) <= 100)
);

create index ix_orders_user_id on orders (user_id);

create table order_lines (
    id integer not null constraint pk_order_lines primary key autoincrement,
    order_id bigint not null,
    line_number integer not null,
    product_id bigint not null,
    quantity integer not null,
    unit_price_cents bigint not null,
    note varchar(500),
    constraint uq_order_lines_order_id_line_number unique (order_id, line_number),
    constraint fk_order_lines_order_id_orders foreign key (order_id) references orders (id),
    constraint fk_order_lines_product_id_products foreign key (product_id) references products (id),
    constraint ck_order_lines_quantity check (quantity > 0),
    constraint ck_order_lines_unit_price_cents check (unit_price_cents > 0),
    constraint ck_order_lines_note_length check (length(note) <= 500)
);

create index ix_order_lines_product_id on order_lines (product_id);

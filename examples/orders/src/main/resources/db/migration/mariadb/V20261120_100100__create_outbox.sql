-- down-revision: 20261120_100000

create table outbox (
    id bigint not null auto_increment,
    topic varchar(100) not null,
    message_key varchar(200) not null,
    payload longtext not null,
    created_at datetime(3) not null,
    constraint pk_outbox primary key (id)
) default character set utf8mb4 collate utf8mb4_bin;

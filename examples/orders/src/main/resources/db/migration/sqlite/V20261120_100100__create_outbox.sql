-- down-revision: 20261120_100000

create table outbox (
    id integer not null constraint pk_outbox primary key autoincrement,
    topic varchar(100) not null,
    message_key varchar(200) not null,
    payload text not null,
    created_at timestamp not null,
    constraint ck_outbox_topic_length check (length(topic) <= 100),
    constraint ck_outbox_message_key_length check (length(message_key) <= 200)
);

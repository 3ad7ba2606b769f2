-- Runs at every start, on H2 and on PostgreSQL.
create table if not exists product (
    sku varchar(40) primary key,
    name varchar(100) not null,
    price numeric(10, 2) not null
);

create table if not exists orders (
    id uuid primary key,
    customer varchar(254) not null,
    note varchar(400),
    status varchar(20) not null,
    total numeric(12, 2) not null,
    correlation_id varchar(64),
    created_at timestamp with time zone default current_timestamp not null
);

create index if not exists orders_newest on orders (created_at, id);

create table if not exists order_item (
    order_id uuid not null references orders (id),
    line_no integer not null,
    sku varchar(40) not null references product (sku),
    quantity integer not null,
    price numeric(10, 2) not null,
    primary key (order_id, line_no)
);

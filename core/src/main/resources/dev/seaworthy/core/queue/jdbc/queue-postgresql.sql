-- SPDX-License-Identifier: Apache-2.0
-- PostgreSQL 12 or newer.
-- Times are milliseconds since 1970, UTC, by this database's clock.
-- state: 0 ready, 1 running, 2 done, 3 refused, 4 dead, 5 expired
create table if not exists seaworthy_task (
  id           varchar(32)  not null primary key,
  queue        varchar(64)  not null,
  kind         varchar(128) not null,
  kind_version int          not null,
  payload      text         not null,
  context      varchar(700),
  task_key     varchar(200),
  principal    varchar(64),
  state        smallint     not null,
  run_at       bigint       not null,
  give_up_at   bigint,
  attempts     int          default 0 not null,
  deliveries   int          default 0 not null,
  snoozes      int          default 0 not null,
  lease_owner  varchar(80),
  lease_until  bigint,
  fence        bigint       default 0 not null,
  reason       varchar(1000),
  outcome      text        ,
  created_at   bigint       not null,
  finished_at  bigint
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

create unique index if not exists seaworthy_task_key on seaworthy_task (kind, task_key) where task_key is not null;
create index if not exists seaworthy_task_ready on seaworthy_task (queue, run_at) where state = 0;
create index if not exists seaworthy_task_lease on seaworthy_task (lease_until) where state = 1;
create index if not exists seaworthy_task_final on seaworthy_task (state, finished_at) where state >= 2;

create table if not exists seaworthy_gate (
  queue        varchar(64)  not null primary key,
  closed_until bigint,
  delay_millis bigint       default 0 not null,
  reason       varchar(400),
  closed_by    varchar(80),
  probe_owner  varchar(80),
  probe_until  bigint,
  failed_by    varchar(80)
);

create table if not exists seaworthy_gate_node (
  queue        varchar(64)  not null,
  node         varchar(80)  not null,
  succeeded_at bigint       not null,
  primary key (queue, node)
);

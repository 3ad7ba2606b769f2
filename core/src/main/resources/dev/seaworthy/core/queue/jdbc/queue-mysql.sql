-- SPDX-License-Identifier: Apache-2.0
-- MySQL 8 or newer, MariaDB 10.6 or newer.
-- Times are milliseconds since 1970, UTC, by this database's clock.
-- state: 0 ready, 1 running, 2 done, 3 refused, 4 dead, 5 expired
create table if not exists seaworthy_task (
  id           varchar(32)  not null primary key,
  queue        varchar(64)  not null,
  kind         varchar(128) not null,
  kind_version int          not null,
  payload      mediumtext   not null,
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
  outcome      mediumtext  ,
  created_at   bigint       not null,
  finished_at  bigint,
  unique key seaworthy_task_key (kind, task_key),
  key seaworthy_task_ready (queue, state, run_at),
  key seaworthy_task_lease (state, lease_until),
  key seaworthy_task_final (state, finished_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists seaworthy_gate (
  queue        varchar(64)  not null primary key,
  closed_until bigint,
  delay_millis bigint       default 0 not null,
  reason       varchar(400),
  closed_by    varchar(80),
  probe_owner  varchar(80),
  probe_until  bigint,
  failed_by    varchar(80)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists seaworthy_gate_node (
  queue        varchar(64)  not null,
  node         varchar(80)  not null,
  succeeded_at bigint       not null,
  primary key (queue, node)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

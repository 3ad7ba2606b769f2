-- SPDX-License-Identifier: Apache-2.0
-- HSQLDB 2.7 or newer.
-- Times are milliseconds since 1970, UTC, by this database's clock.
-- state: 0 ready, 1 running, 2 done, 3 refused, 4 dead, 5 expired
create cached table if not exists seaworthy_task (
  id           varchar(32)  not null primary key,
  queue        varchar(64)  not null,
  kind         varchar(128) not null,
  kind_version int          not null,
  payload      varchar(1000000) not null,
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
  outcome      varchar(1000000),
  created_at   bigint       not null,
  finished_at  bigint,
  constraint seaworthy_task_key unique (kind, task_key)
);

create index if not exists seaworthy_task_ready on seaworthy_task (queue, state, run_at);
create index if not exists seaworthy_task_lease on seaworthy_task (state, lease_until);
create index if not exists seaworthy_task_final on seaworthy_task (state, finished_at);

create cached table if not exists seaworthy_gate (
  queue        varchar(64)  not null primary key,
  closed_until bigint,
  delay_millis bigint       default 0 not null,
  reason       varchar(400),
  closed_by    varchar(80),
  probe_owner  varchar(80),
  probe_until  bigint,
  failed_by    varchar(80)
);

create cached table if not exists seaworthy_gate_node (
  queue        varchar(64)  not null,
  node         varchar(80)  not null,
  succeeded_at bigint       not null,
  primary key (queue, node)
);

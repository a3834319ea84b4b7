-- News that leaves a transaction: jobs, and messages between regions. Rows of the outbox vanish once the job queue has
-- them; messages and receipts stay. Payloads of the outbox hold ids only.
create table outbox (
  region_code text not null default current_setting('app.region'),
  id uuid not null,
  kind text not null,
  key text,
  payload jsonb not null default '{}',
  not_before timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_code, id)
);
select enable_region_security('outbox', 'append');
select open_to_platform('outbox', 'select, delete');

-- What a region sends to another one. The receipt is the answer of the receiver's handler.
create table messages (
  region_code text not null default current_setting('app.region'),
  id uuid not null,
  to_region text not null,
  kind text not null,
  body jsonb not null,
  sent_at timestamptz not null default now(),
  state text not null default 'sent' check (state in ('sent', 'accepted', 'refused')),
  receipt jsonb,
  receipt_at timestamptz,
  primary key (region_code, id)
);
create index messages_open on messages (region_code, sent_at) where state = 'sent';
select enable_region_security('messages', 'keep');

-- What a region received, each message once, with the answer it gave.
create table inbox (
  region_code text not null default current_setting('app.region'),
  from_region text not null,
  id uuid not null,
  kind text not null,
  body jsonb not null,
  received_at timestamptz not null default now(),
  state text not null check (state in ('accepted', 'refused')),
  receipt jsonb not null,
  primary key (region_code, from_region, id)
);
select enable_region_security('inbox', 'append');

-- One row for each command: the same key gives the same answer again.
create table idempotency (
  region_code text not null default current_setting('app.region'),
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (region_code, key)
);
create index idempotency_age on idempotency (region_code, created_at);
select enable_region_security('idempotency', 'all');
select open_to_platform('idempotency', 'select, delete');

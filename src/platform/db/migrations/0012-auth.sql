-- Accounts, sessions and second factors of all regions, in a schema and under a role of their own. The column names are
-- those of the sign-in library, which reads and writes these tables.

create table auth."user" (
  "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null default false,
  "image" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "phoneNumber" text unique, "phoneNumberVerified" boolean default false, "twoFactorEnabled" boolean default false
);
create table auth."session" (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade,
  "steppedUpAt" timestamptz
);
create index auth_session_user on auth."session" ("userId");
create table auth."account" (
  "id" text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index auth_account_user on auth."account" ("userId");
create table auth."verification" (
  "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz default now(), "updatedAt" timestamptz default now()
);
create index verification_identifier on auth."verification" ("identifier");
create table auth."twoFactor" (
  "id" text primary key, "secret" text not null, "backupCodes" text not null, "verified" boolean default true,
  "failedVerificationCount" integer default 0, "lockedUntil" timestamptz,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index two_factor_user on auth."twoFactor" ("userId");
create table auth.passkey (
  credential_id text primary key, user_id text not null references auth."user" ("id") on delete cascade,
  public_key bytea not null, counter bigint not null, transports text not null default '', device_type text not null,
  backed_up boolean not null, name text not null, created_at timestamptz not null default now(), last_used_at timestamptz
);
create index passkey_user on auth.passkey (user_id);
grant select, insert, update, delete on all tables in schema auth to puja_auth;

-- What the service keeps. Kernels' types and objects' bytes are not here: the first are in the archive, the second in the
-- blob store, both under the names this database knows them by.

-- Objects -----------------------------------------------------------------------------------------------------------

create table object (
    id          bigint generated always as identity primary key,
    sha256      char(64)    not null unique,
    size        bigint      not null,
    name        text        not null,            -- as the first upload called it
    uploaded_at timestamptz not null,
    subject     jsonb       not null             -- report.Subject: programs, warnings
);
create index object_sha256 on object (sha256 bpchar_pattern_ops); -- for prefixes

-- What of the kernel an object names anywhere, to find the few objects that are worth a look for "who uses this field".
create table object_use (
    object_id   bigint not null references object on delete cascade,
    name        text   not null,                 -- of a type, member, enumerator, function, helper or option
    primary key (name, object_id)
);
create index object_use_object on object_use (object_id);

-- Projects ----------------------------------------------------------------------------------------------------------

create table project (
    id          bigint generated always as identity primary key,
    name        text        not null unique,
    created_at  timestamptz not null,
    policy      text        not null default '', -- the text of a .relogrid file
    version     bigint      not null default 0
);

create table project_ref (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    kind        text        not null,            -- branch, tag, commit
    name        text        not null,
    updated_at  timestamptz not null,
    unique (project_id, name)
);

-- Which objects a ref has had, each under a path of its own; the one with no end is the current one.
create table ref_object (
    id          bigint generated always as identity primary key,
    ref_id      bigint      not null references project_ref on delete cascade,
    path        text        not null,
    object_id   bigint      not null references object,
    commit_id   text,
    since       timestamptz not null,
    until       timestamptz
);
create unique index ref_object_current on ref_object (ref_id, path) where until is null;
create index ref_object_object on ref_object (object_id);
create index ref_object_history on ref_object (ref_id, id);

create table fleet (
    project_id  bigint  not null references project on delete cascade,
    kernel      text    not null,                -- an id of the archive, or a release as uname -r prints it
    nodes       bigint  not null check (nodes >= 0),
    primary key (project_id, kernel)
);

-- Kernels -----------------------------------------------------------------------------------------------------------

create table kernel (
    id          bigint generated always as identity primary key,
    name        text        not null unique,     -- distro/suite/arch/release
    distro      text        not null,
    suite       text        not null,
    arch        text        not null,
    release     text        not null,
    has_btf     boolean     not null,
    added_at    timestamptz not null
);

-- One state of the archive.
create table snapshot (
    id          bigint generated always as identity primary key,
    digest      char(64)    not null unique,     -- over the archive's catalog and what booted kernels said
    taken_at    timestamptz not null,
    kernels     bigint[]    not null             -- kernel.id in the archive's order
);

-- What is set before load: values of .rodata, programs switched off.
create table profile (
    id          bigint generated always as identity primary key,
    digest      char(64)    not null unique,
    body        jsonb       not null
);

-- The grid ----------------------------------------------------------------------------------------------------------

-- One object on one state of the archive by one version of the engine: everything an answer depends on.
create table analysis (
    id          bigint generated always as identity primary key,
    object_id   bigint      not null references object on delete cascade,
    snapshot_id bigint      not null references snapshot,
    engine      text        not null,
    profile_id  bigint      not null references profile,
    done_at     timestamptz not null,
    micros      bigint      not null,            -- what judging took
    subject     jsonb       not null,            -- report.Subject: which programs are loaded depends on the profile
    class_of    smallint[]  not null,            -- for each of snapshot.kernels the ordinal of its answer class;
                                                 -- -1 set aside for its byte order, -2 not readable
    unique (object_id, snapshot_id, engine, profile_id)
);
create index analysis_snapshot on analysis (snapshot_id, engine);

-- Kernels that answer alike share one row.
create table answer_class (
    analysis_id bigint      not null references analysis on delete cascade,
    ordinal     smallint    not null,
    verdict     text        not null,
    programs    text        not null,            -- one letter for each program, as in the REST interface
    body        jsonb       not null,            -- report.AnswerClass
    primary key (analysis_id, ordinal)
);

create table cause (
    analysis_id bigint      not null references analysis on delete cascade,
    ordinal     smallint    not null,
    code        text        not null,
    effect      text        not null,
    body        jsonb       not null,            -- report.CauseCard
    primary key (analysis_id, ordinal)
);

-- One row for each kernel, for people with a query.
create view cell as
select a.id as analysis_id, a.object_id, a.snapshot_id, s.kernels[c.place] as kernel_id, ac.verdict, ac.programs,
       c.ordinal as class
from analysis a
join snapshot s on s.id = a.snapshot_id
cross join lateral unnest(a.class_of) with ordinality as c(ordinal, place)
join answer_class ac on ac.analysis_id = a.id and ac.ordinal = c.ordinal;

-- What booted kernels said, beside what the engine says.
create table evidence (
    id          bigint generated always as identity primary key,
    object_id   bigint      not null references object on delete cascade,
    kernel_id   bigint      not null references kernel,
    run_id      uuid,
    booted_at   timestamptz not null,
    program     text        not null,
    outcome     text        not null,
    detail      text        not null,
    predicted   text,                            -- the static verdict it was held against
    agrees      boolean,                         -- null where the two cannot be held against each other
    unique (object_id, kernel_id, program, booted_at),
    unique (run_id, kernel_id, program)              -- a run that was begun twice says everything once
);

-- Runs --------------------------------------------------------------------------------------------------------------

create table run (
    id           uuid primary key,
    kind         text        not null,           -- check, recheck, boot
    state        text        not null,           -- queued, running, done, failed, cancelled
    object_id    bigint      not null references object on delete cascade,
    snapshot_id  bigint      references snapshot,
    profile_id   bigint      not null references profile,
    engine       text        not null,
    kernels      text        not null default '', -- which kernels to boot
    priority     smallint    not null,
    requested_by text        not null,
    created_at   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    node         text,
    attempts     integer     not null default 0,
    done         integer     not null default 0,  -- kernels answered
    total        integer     not null default 0,
    error        text,
    analysis_id  bigint      references analysis on delete set null,
    ends         integer     not null default 0   -- how often it ended: 1, for ever
);
create index run_object on run (object_id, created_at desc);
create index run_state on run (state, created_at);
create index run_created on run (created_at desc, id);
create index run_analysis on run (analysis_id);
-- An object is judged anew once for each state of the archive and each version of the engine, however many nodes ask.
create unique index run_recheck on run (object_id, snapshot_id, engine, profile_id) where kind = 'recheck';

-- What happened in a run, for whoever follows it.
create table run_event (
    run_id      uuid        not null references run on delete cascade,
    seq         integer     not null,
    kind        text        not null,            -- cell, progress, done
    at          timestamptz not null,
    body        jsonb       not null,
    primary key (run_id, seq)
);

-- The queues of db-scheduler, in the shape its documentation gives for PostgreSQL, priorities included: one table for each
-- kind of work, because a node takes any row it finds in a table.
create table scheduled_checks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_checks_execution on scheduled_checks (execution_time);
create index scheduled_checks_heartbeat on scheduled_checks (last_heartbeat);
create index scheduled_checks_priority on scheduled_checks (priority desc, execution_time asc);
create table scheduled_boots (like scheduled_checks including all);
create table scheduled_deliveries (like scheduled_checks including all);

-- Events ------------------------------------------------------------------------------------------------------------

create table event (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    kind        text        not null,            -- broken, fixed, …
    project_id  bigint      references project on delete cascade,
    ref         text,
    object_id   bigint      references object on delete cascade,
    why         text        not null,            -- upload, archive, engine
    body        jsonb       not null,
    unique_key  text        not null unique      -- the same change is one event, however often it is found
);
create index event_project on event (project_id, id);

create table webhook (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    url         text        not null,
    secret      text        not null,            -- signs what is sent, so it cannot be kept as a digest
    active      boolean     not null default true,
    created_at  timestamptz not null
);

create table delivery (
    id          bigint generated always as identity primary key,
    webhook_id  bigint      not null references webhook on delete cascade,
    event_id    bigint      not null references event on delete cascade,
    state       text        not null,            -- waiting, delivered, dead
    attempts    integer     not null default 0,
    changed_at  timestamptz not null,
    last_status integer,
    last_error  text,
    unique (webhook_id, event_id)
);
create index delivery_webhook on delivery (webhook_id, state, id);

-- Access ------------------------------------------------------------------------------------------------------------

create table api_token (
    id           bigint generated always as identity primary key,
    name         text        not null,
    digest       char(64)    not null unique,    -- SHA-256 of the token; the token itself is shown once and not kept
    scopes       text        not null,           -- read upload admin, separated by blanks
    project_id   bigint      references project on delete cascade,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create table audit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text        not null,
    action      text        not null,
    target      text        not null,
    outcome     text        not null,
    address     text
);
create index audit_at on audit (at desc);

-- What the service remembers about itself.
create table setting (
    name        text primary key,
    value       text not null
);

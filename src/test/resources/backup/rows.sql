-- Something in tables that refer to each other, with characters COPY has to escape, and enough rows for several chunks.
insert into object (sha256, size, name, uploaded_at, subject)
select encode(sha256(n::text::bytea), 'hex'), n, E'back\\slash, tab\t, line\nend "quoted" ünï', now(), '{"a": "\u00e4\\n"}'
from generate_series(1, 50) n;
insert into object_use select id, 'task_struct' from object;
insert into kernel (name, distro, suite, arch, release, has_btf, added_at)
select 'debian/12/amd64/' || n, 'debian', '12', 'amd64', n, true, now() from generate_series(1, 20) n;
insert into snapshot (digest, taken_at, kernels) select repeat('a', 64), now(), array_agg(id) from kernel;
insert into profile (digest, body) values (repeat('b', 64), '{}');
insert into analysis (object_id, snapshot_id, engine, profile_id, done_at, micros, subject, class_of)
select o.id, s.id, 'e', p.id, now(), 5, '{}', '{0,-1,-2}' from object o, snapshot s, profile p;
insert into answer_class select id, 0, 'loads', 'g', jsonb_build_object('long', repeat('x', 2000)) from analysis;
insert into project (name, created_at, policy) values ('one', now(), E'line one\nline two\\.\n\\.\n');
insert into project_ref (project_id, kind, name, updated_at) select id, 'branch', 'main', now() from project;
insert into ref_object (ref_id, path, object_id, since) select r.id, 'x.bpf.o', o.id, now() from project_ref r, object o where o.id = 1;
insert into run (id, kind, state, object_id, profile_id, engine, priority, requested_by, created_at)
select gen_random_uuid(), 'check', 'done', o.id, p.id, 'e', 0, '', now() from object o, profile p;
insert into scheduled_checks (task_name, task_instance, task_data, execution_time, picked, version)
select 'job', n::text, decode('00ff0a5c', 'hex'), now(), false, 1 from generate_series(1, 5) n;
insert into audit (at, actor, action, target, outcome)
select now(), 'somebody', 'upload', repeat(md5(n::text), 16), 'ok' from generate_series(1, 12000) n;

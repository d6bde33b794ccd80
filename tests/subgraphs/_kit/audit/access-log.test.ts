import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../../support/callers.js';
import { newChild, VILLAGE } from '../../../support/children.js';
import { countStatements } from '../../../support/count-statements.js';
import type { GraphqlError } from '../../../support/graphql-client.js';
import { TEST_NOW } from '../../../support/test-settings.js';

const SCOPE = 'labour.access-log.read';
const inspector = callerAs('labour-inspector');
const auditor = callerAs('auditor');
const policeOfficer: TestCaller = { ...inspector, slug: 'police-inspector', agency: 'police' };
const codesOf = (errors: readonly GraphqlError[]) => errors.map(({ extensions }) => extensions.code);

interface Access {
  readonly actor: string;
  readonly purpose: string;
  readonly outcomes: readonly string[];
  readonly fields: readonly string[];
  readonly studentCount: number;
  readonly requestId: string;
}
interface Accesses {
  readonly accessesAtLabour: {
    readonly disclosedUntil: string | null;
    readonly accesses: {
      readonly nodes: readonly Access[];
      readonly pageInfo: { readonly endCursor: string };
    };
  } | null;
}

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

const LABOUR = 'labour { childLabourCases { register { state } } }';
const look = (caller: TestCaller, ...children: string[]) => agency.askForStudents(caller, children, LABOUR);

async function accessesTo(child: string, caller = auditor, page = '') {
  const { data, errors } = await agency.askForStudents<Accesses>(
    caller,
    [child],
    `accessesAtLabour { disclosedUntil accesses${page} { pageInfo { endCursor }
      nodes { at requestId actor agency role purpose approvals operation outcomes fields deniedFields studentCount } } }`,
  );
  const found = data._entities[0]?.accessesAtLabour;
  return { found, nodes: found?.accesses.nodes ?? [], errors };
}

async function askLog<Data>(selection: string, caller = auditor) {
  return agency.ask<{ accessLogAtLabour: Data | null }>(caller, `{ accessLogAtLabour { ${selection} } }`);
}

const SPAN = `from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z"`;

describe('who looked at a child', () => {
  test('is every call that named it, with its purpose and fields, the latest first', async () => {
    const [child, other] = [await newChild(agency), await newChild(agency)];
    await look(inspector, child, other);
    await look(withoutScope(inspector, 'labour.record.read'), child);
    const { nodes, errors } = await accessesTo(child);
    expect(errors).toEqual([]);
    expect(nodes).toHaveLength(2);
    expect(nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          actor: 'test:labour-inspector',
          purpose: inspector.purpose,
          outcomes: ['DELIVERED'],
          fields: ['Student.labour'],
          studentCount: 2,
        }),
        expect.objectContaining({ outcomes: ['DENIED'], fields: [], studentCount: 1 }),
      ]),
    );
  });

  test('leaves out late what police officers read, says so, and tells their own auditors at once', async () => {
    const child = await newChild(agency);
    await look(policeOfficer, child);
    await look(inspector, child);
    const { found, nodes } = await accessesTo(child);
    expect(nodes.map(({ actor }) => actor)).toEqual(['test:labour-inspector']);
    expect(found?.disclosedUntil).toBe(new Date(TEST_NOW.getTime() - 90 * 86_400_000).toISOString());
    const own = await accessesTo(child, { ...auditor, agency: 'police' });
    expect(own.nodes.map(({ actor }) => actor)).toContain('test:police-inspector');
    expect(own.found?.disclosedUntil).toBeNull();
  });

  test('names the auditors who looked into it', async () => {
    const child = await newChild(agency);
    await accessesTo(child);
    const { nodes } = await accessesTo(child);
    expect(nodes).toEqual([
      expect.objectContaining({ actor: 'test:auditor', fields: ['Student.accessesAtLabour'] }),
    ]);
  });

  test('comes page by page', async () => {
    const child = await newChild(agency);
    for (let index = 0; index < 3; index += 1) await look(inspector, child);
    const first = await accessesTo(child, auditor, '(first: 2)');
    const cursor = first.found?.accesses.pageInfo.endCursor;
    const second = await accessesTo(child, auditor, `(first: 2, after: "${cursor}")`);
    const seen = [...first.nodes, ...second.nodes].filter(({ actor }) => actor === 'test:labour-inspector');
    expect(new Set(seen.map(({ requestId }) => requestId)).size).toBe(3);
  });

  test('costs the same number of statements for 1 child and for 20', async () => {
    const children = await Promise.all(Array.from({ length: 20 }, () => newChild(agency)));
    const ask = (ids: readonly string[]) =>
      countStatements(() =>
        agency.askForStudents(auditor, ids, 'accessesAtLabour { accesses { nodes { actor } } }'),
      );
    const forOne = await ask(children.slice(0, 1));
    expect(await ask(children)).toBe(forOne);
  });

  test.each([
    ['without the right', withoutScope(auditor, SCOPE), 'FORBIDDEN'],
    ['for another purpose', { ...auditor, purpose: 'CASE_HANDLING' }, 'FORBIDDEN'],
    ['in another area', elsewhere(auditor), 'NOT_FOUND'],
  ])('is kept from a caller %s', async (_why, caller, code) => {
    const child = await newChild(agency);
    await look(inspector, child);
    const { found, errors } = await accessesTo(child, caller);
    expect(found).toBeNull();
    expect(codesOf(errors)).toEqual([code]);
  });
});

describe('the log of an agency', () => {
  test('shows what an officer looked at in a span of time', async () => {
    const officer: TestCaller = { ...inspector, role: inspector.slug, slug: 'inspector-7' };
    await look(officer, await newChild(agency));
    const by = (span: string) =>
      askLog<{ accessesBy: { nodes: Access[] } }>(
        `accessesBy(actor: "test:inspector-7", ${span}) { nodes { actor fields studentCount } }`,
      );
    const { data, errors } = await by(SPAN);
    expect(errors).toEqual([]);
    expect(data.accessLogAtLabour?.accessesBy.nodes).toEqual([
      expect.objectContaining({ actor: 'test:inspector-7', studentCount: 1 }),
    ]);
    const earlier = await by('from: "2026-01-01T00:00:00Z", to: "2026-11-01T00:00:00Z"');
    expect(earlier.data.accessLogAtLabour?.accessesBy.nodes).toEqual([]);
  });

  test('names the children whom an incident touched', async () => {
    const officer: TestCaller = { ...inspector, role: inspector.slug, slug: 'inspector-8' };
    const [child, other] = [await newChild(agency), await newChild(agency)];
    await look(officer, child, other);
    await look(officer, child);
    const { data, errors } = await askLog<{
      incidentSubjects: { nodes: { accesses: number; fields: string[]; student: { id: string } | null }[] };
    }>(
      `incidentSubjects(actor: "test:inspector-8", ${SPAN}) { nodes { digest accesses fields student { id } } }`,
    );
    expect(errors).toEqual([]);
    const nodes = data.accessLogAtLabour?.incidentSubjects.nodes ?? [];
    expect(new Map(nodes.map(({ student, accesses }) => [student?.id, accesses]))).toEqual(
      new Map([
        [child, 2],
        [other, 1],
      ]),
    );
    expect(nodes[0]?.fields).toEqual(['Student.labour']);
  });

  test('finds them among many children, some thousand ids at a time', async () => {
    const officer: TestCaller = { ...inspector, role: inspector.slug, slug: 'inspector-9' };
    const MANY = 5000;
    await agency.rows(
      `insert into student_scope (student_id, canonical_id, kind, code, origin)
       select id, id, 'RESIDENCE', ?, 'TEST' from (
         select translate(lpad(to_hex(n), 26, 'm'), '0189', 'wxyz') as id from generate_series(1, ${MANY}) n) made`,
      VILLAGE,
    );
    const last = 'z'.repeat(25) + '7';
    await agency.rows(
      "insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, 'RESIDENCE', ?, 'TEST')",
      last,
      last,
      VILLAGE,
    );
    await look(officer, last);
    const ask = () =>
      askLog<{ incidentSubjects: { nodes: { student: { id: string } | null }[] } }>(
        `incidentSubjects(actor: "test:inspector-9", ${SPAN}) { nodes { student { id } } }`,
      );
    let found: Awaited<ReturnType<typeof ask>> | undefined;
    const statements = await countStatements(async () => void (found = await ask()));
    expect(found?.errors).toEqual([]);
    expect(found?.data.accessLogAtLabour?.incidentSubjects.nodes).toEqual([{ student: { id: last } }]);
    expect(statements).toBeGreaterThan(MANY / 2000);
  });

  test('asks for an actor or for requests', async () => {
    const { errors } = await askLog(`incidentSubjects(${SPAN}) { nodes { digest } }`);
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  });

  test('needs the right and the purpose', async () => {
    for (const caller of [withoutScope(auditor, SCOPE), { ...auditor, purpose: 'SUPERVISION' }]) {
      const { data, errors } = await askLog('disclosedUntil', caller);
      expect(data.accessLogAtLabour).toBeNull();
      expect(codesOf(errors)).toEqual(['FORBIDDEN']);
    }
  });
});

test('a session of another purpose finds the log empty, whatever it calls', async () => {
  await look(inspector, await newChild(agency));
  const rows = await agency.rows(
    `select * from access_log_of_actor('test:labour-inspector', '2026-01-01', '2027-01-01', '{}', now(), null, null, null, 10)`,
  );
  expect(rows).toEqual([]);
});

import { determine } from '../../subgraphs/police/determination-harness.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub?.close());

interface Proposed {
  readonly id: string;
  readonly code: string | null;
}

/** What a new run proposes for the whereabouts of children who were never enrolled. */
async function proposed(): Promise<readonly Proposed[]> {
  const { state, problems } = await hub.compare();
  expect({ state, problems }).toEqual({ state: 'COMPLETED', problems: [] });
  return hub.of('coordination').rows<Proposed>(
    `select student_id as id, proposed_disposition as code from discrepancy
     where kind = 'NEVER_ENROLLED' and state = 'OPEN' order by student_id`,
  );
}

test(
  'what police record of a child counts in the next comparison as a file of theirs would, and so does what they find later',
  async () => {
    const police = hub.of('police');
    const known = await police.rows<{ id: string }>(
      "select student_id as id from student_scope where starts_with(code, '520625')",
    );
    const nobodyAsked = (await proposed()).find(
      ({ id, code }) => code === null && known.some((child) => child.id === id),
    );
    if (!nobodyAsked) throw new Error('The county has no such child.');
    const { id: studentId } = nobodyAsked;
    const proposal = async () => (await proposed()).find(({ id }) => id === studentId)?.code;
    const childName = '测试儿童';

    const missing = { requestedOn: '2026-11-10', determinedOn: '2026-11-18', result: 'MISSING' };
    expect(await determine(police, { studentId, childName, ...missing })).toEqual([]);
    expect(await proposal()).toBe('MISSING_REPORTED');

    const found = { requestedOn: '2026-11-20', determinedOn: '2026-11-20', result: 'CONTACT_FOUND' };
    expect(await determine(police, { studentId, childName, ...found })).toEqual([]);
    expect(await proposal()).toBeNull();
  },
  PATIENCE_MS,
);

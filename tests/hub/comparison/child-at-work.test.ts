import { FOUND, inspector, startCasework } from '../../subgraphs/labour/casework-harness.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub.close());

interface Pupil {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
}

test(
  'a pupil whose case was opened at labour, without an order yet, is out of school for all agencies',
  async () => {
    const [pupil] = await hub.of('coordination').rows<Pupil>(
      `select student_id as id, name, sex, birth_date::text as "birthDate" from school_age_entry
       where standing = 'IN_SCHOOL' and birth_date between '2013-01-01' and '2014-12-31'
         and starts_with(residence_division_code, '520625') order by 1 limit 1`,
    );
    if (!pupil) throw new Error('The county has no such pupil.');
    const { id, name: childName, ...described } = pupil;
    const cases = await startCasework(hub.of('labour'));
    const { errors } = await cases.command(inspector, 'openChildLabourCase', {
      studentId: id,
      inspectionCode: await cases.inspected(),
      ...FOUND,
      childName,
      ...described,
    });
    expect(errors).toEqual([]);
    const { state, problems } = await hub.compare();
    expect({ state, problems }).toEqual({ state: 'COMPLETED', problems: [] });
    const [entry] = await hub
      .of('coordination')
      .rows(`select standing, standing_basis as basis from school_age_entry where student_id = ?`, id);
    expect(entry).toEqual({ standing: 'OUT_OF_SCHOOL', basis: 'CHILD_LABOUR' });
  },
  PATIENCE_MS,
);

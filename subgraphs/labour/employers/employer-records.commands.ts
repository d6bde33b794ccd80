import { randomUUID } from 'node:crypto';
import type DataLoader from 'dataloader';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { recordedFacts } from '../../_kit/command/recorded-facts.js';
import { runOnce, type Command } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError, type MutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import { LabourInspectionEntity } from '../inspections/labour-inspection.entity.js';
import { assertLabourOfficer } from '../labour-officer.js';
import type { LabourRegister } from '../registers.js';
import { inspectionFault, sanctionFault, type Refusal } from './employer-record-faults.js';
import { EmployerRecordErrorEnum, type EmployerRecordErrorCode } from './employer-records.enums.js';
import type { RecordLabourInspectionInput, RecordLicenceSanctionInput } from './employer-records.input.js';
import type {
  RecordLabourInspectionPayload,
  RecordLicenceSanctionPayload,
} from './employer-records.payload.js';
import type { Employer } from './employer.entity.js';
import { LicenceSanctionEntity } from './licence-sanction.entity.js';

const REGISTER: LabourRegister = 'INSPECTIONS';

type Employers = Pick<DataLoader<string, Employer | null>, 'load'>;

/** What is kept of a command: a number and codes. */
interface Outcome {
  readonly code: string | null;
  readonly errors: MutationError<EmployerRecordErrorCode>[];
}

export async function recordLabourInspection(
  context: LoaderContext,
  employers: Employers,
  input: RecordLabourInspectionInput,
): Promise<RecordLabourInspectionPayload> {
  const { inspectedOn, kind, inspectors, minorsFound } = input;
  const { minorsInBusiness = null, personsMet = null, site = null } = input;
  const command = { name: 'recordLabourInspection', input };
  const { code, errors } = await recordOfEmployer(context, employers, command, {
    fault: inspectionFault(input, context.today),
    store: async ({ code: employerCode, divisionCode }) => {
      const found = { inspectedOn, kind, inspectors, minorsFound, minorsInBusiness, personsMet };
      const facts = {
        code: `HI${randomUUID()}`,
        employerCode,
        divisionCode,
        ...found,
        site: site?.trim() ?? null,
      };
      const recorded = recordedFacts(context, LabourInspectionEntity, facts);
      await context.em.insert(LabourInspectionEntity, { ...facts, recorded });
      return facts.code;
    },
  });
  if (code === null) return { inspection: null, errors };
  const inspection = await selectRows(context.em, LabourInspectionEntity)
    .where('code', '=', code)
    .executeTakeFirst();
  return { inspection: inspection ?? null, errors };
}

export async function recordLicenceSanction(
  context: LoaderContext,
  employers: Employers,
  input: RecordLicenceSanctionInput,
): Promise<RecordLicenceSanctionPayload> {
  const { kind, decidedOn, amountYuan = null } = input;
  const command = { name: 'recordLicenceSanction', input };
  const { code, errors } = await recordOfEmployer(context, employers, command, {
    fault: sanctionFault(input, context.today),
    store: async ({ code: employerCode }) => {
      const facts = { code: `HS${randomUUID()}`, employerCode, kind, decidedOn, amountYuan };
      const recorded = recordedFacts(context, LicenceSanctionEntity, facts);
      await context.em.insert(LicenceSanctionEntity, { ...facts, recorded });
      return facts.code;
    },
  });
  if (code === null) return { sanction: null, errors };
  const sanction = await selectRows(context.em, LicenceSanctionEntity)
    .where('code', '=', code)
    .executeTakeFirst();
  return { sanction: sanction ?? null, errors };
}

/** @param store records it. @returns the number that it made for the record */
async function recordOfEmployer(
  context: LoaderContext,
  employers: Employers,
  command: Command & { readonly input: { readonly employerCode: string } },
  {
    fault,
    store,
  }: { readonly fault: Refusal | null; readonly store: (employer: Employer) => Promise<string> },
): Promise<Outcome> {
  const { caller } = context;
  assertLabourOfficer(caller);
  return runOnce(context, command, async (): Promise<Outcome> => {
    const employer = await employers.load(command.input.employerCode);
    if (!employer || !reachesDivision(caller, employer.divisionCode))
      return refusal('EMPLOYER_NOT_FOUND', 'employerCode');
    if (fault) return refusal(...fault);
    const code = await store(employer);
    // The register says nothing of any child.
    await advanceRegister(context, REGISTER, { asOf: null, before: [], after: [] });
    return { code, errors: [] };
  });
}

function refusal(...[code, field]: Refusal): Outcome {
  return { code: null, errors: [mutationError(EmployerRecordErrorEnum, code, field)] };
}

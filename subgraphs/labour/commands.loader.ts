import type DataLoader from 'dataloader';
import type { LoaderContext } from '../_kit/request-context.js';
import type {
  OpenChildLabourCaseInput,
  RecordChildLabourEnrolmentInput,
  RecordChildLabourOrderInput,
  RecordChildLabourReturnInput,
  RecordChildLabourSchoolContactInput,
  RecordChildLabourTransferInput,
} from './cases/case-commands.input.js';
import {
  recordChildLabourEnrolment,
  recordChildLabourOrder,
  recordChildLabourReturn,
  recordChildLabourSchoolContact,
  recordChildLabourTransfer,
} from './cases/case-steps.commands.js';
import { openChildLabourCase } from './cases/open-case.commands.js';
import { recordLabourInspection, recordLicenceSanction } from './employers/employer-records.commands.js';
import type {
  RecordLabourInspectionInput,
  RecordLicenceSanctionInput,
} from './employers/employer-records.input.js';
import type { Employer } from './employers/employer.entity.js';
import type { LabourInspection } from './inspections/labour-inspection.entity.js';

interface Sources {
  readonly employers: Pick<DataLoader<string, Employer | null>, 'load'>;
  readonly inspections: Pick<DataLoader<string, LabourInspection | null>, 'load'>;
}

/** What the bureau's officers record. */
export function createLabourCommands(context: LoaderContext, { employers, inspections }: Sources) {
  return {
    recordLabourInspection: (input: RecordLabourInspectionInput) =>
      recordLabourInspection(context, employers, input),
    recordLicenceSanction: (input: RecordLicenceSanctionInput) =>
      recordLicenceSanction(context, employers, input),
    openChildLabourCase: (input: OpenChildLabourCaseInput) =>
      openChildLabourCase(context, inspections, input),
    recordChildLabourOrder: (input: RecordChildLabourOrderInput) => recordChildLabourOrder(context, input),
    recordChildLabourReturn: (input: RecordChildLabourReturnInput) => recordChildLabourReturn(context, input),
    recordChildLabourSchoolContact: (input: RecordChildLabourSchoolContactInput) =>
      recordChildLabourSchoolContact(context, input),
    recordChildLabourEnrolment: (input: RecordChildLabourEnrolmentInput) =>
      recordChildLabourEnrolment(context, input),
    recordChildLabourTransfer: (input: RecordChildLabourTransferInput) =>
      recordChildLabourTransfer(context, input),
  };
}

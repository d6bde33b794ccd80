import type { LoaderContext } from '../../_kit/request-context.js';
import { recordStep } from './case-change.js';
import type {
  RecordChildLabourEnrolmentInput,
  RecordChildLabourOrderInput,
  RecordChildLabourReturnInput,
  RecordChildLabourSchoolContactInput,
  RecordChildLabourTransferInput,
} from './case-commands.input.js';
import type { ChildLabourCasePayload } from './case-commands.type.js';
import {
  enrolmentFault,
  orderFault,
  returnFault,
  schoolContactFault,
  transferFault,
} from './case-step-faults.js';

type Outcome = Promise<ChildLabourCasePayload>;

export function recordChildLabourOrder(context: LoaderContext, input: RecordChildLabourOrderInput): Outcome {
  const { issuedOn, returnDueOn } = input;
  const command = { name: 'recordChildLabourOrder', input };
  return recordStep(context, command, {
    fault: (found) => orderFault(input, found, context.today),
    facts: { orderIssuedOn: issuedOn, returnDueOn },
  });
}

export function recordChildLabourReturn(
  context: LoaderContext,
  input: RecordChildLabourReturnInput,
): Outcome {
  const { returnedOn, handedTo, costBearer } = input;
  const command = { name: 'recordChildLabourReturn', input };
  return recordStep(context, command, {
    fault: (found) => returnFault(input, found, context.today),
    facts: { returnedOn, handedTo, costBearer },
  });
}

export function recordChildLabourSchoolContact(
  context: LoaderContext,
  input: RecordChildLabourSchoolContactInput,
): Outcome {
  const command = { name: 'recordChildLabourSchoolContact', input };
  return recordStep(context, command, {
    fault: (found) => schoolContactFault(input, found, context.today),
    facts: { schoolContactedOn: input.contactedOn },
  });
}

export function recordChildLabourEnrolment(
  context: LoaderContext,
  input: RecordChildLabourEnrolmentInput,
): Outcome {
  const command = { name: 'recordChildLabourEnrolment', input };
  return recordStep(context, command, {
    fault: (found) => enrolmentFault(input, found, context.today),
    facts: { enrolledOn: input.enrolledOn },
  });
}

export function recordChildLabourTransfer(
  context: LoaderContext,
  input: RecordChildLabourTransferInput,
): Outcome {
  const command = { name: 'recordChildLabourTransfer', input };
  return recordStep(context, command, {
    fault: (found) => transferFault(input, found, context.today),
    facts: { transferredTo: input.transferredTo, transferredOn: input.on },
  });
}

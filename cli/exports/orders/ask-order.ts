import { z } from 'zod';
import { SexEnum } from '../../../subgraphs/_kit/schema/person.enums.js';
import {
  EnforcementStepEnum,
  OrderKindEnum,
} from '../../../subgraphs/coordination/casework/enforcement-order.enums.js';
import { CommandError } from '../../commands/command-error.js';
import { askHub, type HubAsker } from '../ask-hub.js';
import type { OrderFields } from './order-fields.js';

export interface OrderQuestion extends HubAsker {
  readonly orderNumber: string;
}

const guardian = z.object({ name: z.string(), isLegalGuardian: z.boolean(), isActualGuardian: z.boolean() });
const answerSchema = z.object({
  data: z
    .object({
      enforcementOrder: z
        .object({
          orderNumber: z.string(),
          step: z.enum(EnforcementStepEnum.values),
          kind: z.enum(OrderKindEnum.values),
          issuerName: z.string().nullable(),
          issuedOn: z.string(),
          dueOn: z.string(),
          basis: z.string().nullable(),
          withdrawnOn: z.string().nullable(),
          student: z.object({
            registerEntry: z
              .object({
                name: z.string().nullable(),
                sex: z.enum(SexEnum.values).nullable(),
                birthDate: z.string().nullable(),
                schoolName: z.string().nullable(),
              })
              .nullable(),
            household: z.object({ guardians: z.object({ records: z.array(guardian) }) }).nullable(),
          }),
        })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string(), path: z.array(z.unknown()).optional() })).default([]),
});
type AnsweredOrder = NonNullable<NonNullable<z.infer<typeof answerSchema>['data']>['enforcementOrder']>;

const OPERATION = 'OrderDocument';

/**
 * Asks the hub for what a document says, with the rights of whoever exports it: the gate decides on every name, and each
 * agency keeps its entry. @throws {CommandError} when the caller may not have it, or part of it
 */
export async function askOrder({ orderNumber, ...asker }: OrderQuestion): Promise<OrderFields> {
  const { data, errors } = answerSchema.parse(await askHub(asker, OPERATION, { orderNumber }));
  const [error] = errors;
  if (error) throw new CommandError('FILE_UNUSABLE', `The hub did not tell everything: ${error.message}`);
  const order = data?.enforcementOrder;
  if (!order) throw new CommandError('UNKNOWN_NAME', 'There is no such order within reach.');
  if (order.withdrawnOn !== null)
    throw new CommandError('IMPOSSIBLE_VALUE', `The order was withdrawn on ${order.withdrawnOn}.`);
  return fieldsOf(order);
}

function fieldsOf({ student, issuerName, ...order }: AnsweredOrder): OrderFields {
  const entry = student.registerEntry;
  const guardians = student.household?.guardians.records ?? [];
  const legal = guardians.filter(({ isLegalGuardian }) => isLegalGuardian);
  const named = legal.length > 0 ? legal : guardians.filter(({ isActualGuardian }) => isActualGuardian);
  return {
    ...order,
    issuer: issuerName ?? '',
    child: {
      name: entry?.name ?? null,
      sex: entry?.sex ? SexEnum.terms[entry.sex].zh : null,
      birthDate: entry?.birthDate ?? null,
      schoolName: entry?.schoolName ?? null,
    },
    guardians: named.map(({ name }) => name),
  };
}

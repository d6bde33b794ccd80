import { parseIsoDate } from '../../../policies/iso-date.js';
import type { Provenance } from '../../../policies/resolve-policy.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { ChildLabourCase } from './child-labour-case.entity.js';
import { childLabourFine } from './child-labour-fine.js';
import type { ChildLabourFineType } from './child-labour-fine.type.js';
import type { Employer } from '../employers/employer.entity.js';

const dayOf = (day: string | null | undefined) => (day == null ? null : parseIsoDate(day));

type EmployerOf = (code: string) => Promise<Pick<Employer, 'kind' | 'divisionCode'> | null>;

/** Computes fines with the rates in force today where the employer stands. */
export function createFineOf({ policies, today }: LoaderContext, employerOf: EmployerOf) {
  return async (row: ChildLabourCase): Promise<ChildLabourFineType> => {
    const employer = await employerOf(row.employerCode);
    const onDate = parseIsoDate(today);
    const { childLabour } = policies.policyFor(employer?.divisionCode ?? row.divisionCode, onDate);
    const {
      fineYuanPerMonth,
      fineYuanPerMonthAfterOrder,
      introductionFineYuanPerChild,
      recordsFineMaxYuan,
      unlicensedMultiplier,
      partMonth,
    } = childLabour;
    const isUnlicensed = employer?.kind === 'UNLICENSED';
    const fine = childLabourFine(
      {
        startedWorkOn: parseIsoDate(row.startedWorkOn),
        foundOn: parseIsoDate(row.foundOn),
        orderIssuedOn: dayOf(row.orderIssuedOn),
        returnDueOn: dayOf(row.returnDueOn),
        returnedOn: dayOf(row.returnedOn),
      },
      {
        yuanPerMonth: fineYuanPerMonth.value,
        yuanPerMonthAfterOrder: fineYuanPerMonthAfterOrder.value,
        partMonth: partMonth.value,
        multiplier: isUnlicensed ? unlicensedMultiplier.value : 1,
      },
      onDate,
    );
    const used = [
      fineYuanPerMonth,
      fineYuanPerMonthAfterOrder,
      partMonth,
      introductionFineYuanPerChild,
      recordsFineMaxYuan,
    ];
    const sources = (isUnlicensed ? [...used, unlicensedMultiplier] : used).flatMap(
      ({ provenance }): readonly Provenance[] => provenance,
    );
    const legalBasis = [...new Set(sources.map(({ document, clause }) => `${document} ${clause}`))];
    return {
      ...fine,
      yuanOfIntroducer: introductionFineYuanPerChild.value,
      mostYuanForRecords: recordsFineMaxYuan.value,
      legalBasis,
    };
  };
}

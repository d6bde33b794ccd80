import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';
import type { LedgerAccount } from './ledger-account.js';
import { LedgerKindEnum, LedgerScopeEnum, type LedgerKind, type LedgerScope } from './ledger.enums.js';
import type { LedgerLine } from './ledger-lines.js';
import type { Ledger } from './ledger.list.js';
import {
  LedgerAccountType,
  LedgerLineConnectionType,
  LedgerLineType,
  LedgerResidenceTotalType,
  LedgerType,
} from './ledger.type.js';

type Context = RequestContext<CoordinationLoaders>;

const DIVISION_DIGITS = 12;

@Resolver(() => LedgerType)
export class LedgerResolver {
  @RequiresScope(COORDINATION_SCOPES.readLedger)
  @Query(() => LedgerType, {
    nullable: true,
    description: describe(
      'Ledger of a county, township, village, school or class',
      '台账',
      "for callers whose area holds the ledger's entirely.",
    ),
  })
  ledger(
    @Arg('scope', () => LedgerScopeEnum.type, { description: describe('Whose book', '台账层级') })
    scope: LedgerScope,
    @Arg('code', () => String, { description: describe('Division, school or class code', '代码') })
    code: string,
    @Arg('kind', () => LedgerKindEnum.type, {
      defaultValue: 'SCHOOL_AGE_CHILDREN',
      description: describe('Kind', '台账类别'),
    })
    kind: LedgerKind,
    @Ctx() { loaders, access }: Context,
  ): Promise<Ledger> {
    // An approval for one child opens no list of all.
    if (access.onlyStudent !== undefined) throw new HubError('NOT_FOUND');
    return loaders.findLedger({ scope, code, kind });
  }

  @FieldResolver(() => LedgerLineConnectionType, { description: describe('Lines', '台账条目') })
  lines(
    @Root() ledger: Ledger,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<LedgerLine>> {
    return loaders.listLedgerLines(ledger, page);
  }

  @FieldResolver(() => LedgerAccountType, { description: describe('What it adds up to', '台账核对') })
  account(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<LedgerAccount> {
    return loaders.ledgerAccount(ledger);
  }
}

@Resolver(() => LedgerLineType)
export class LedgerLineResolver {
  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: LedgerLineType): StudentType {
    return { id: studentId };
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Place of registration', '户籍地', 'null when registered outside this county.'),
  })
  registeredDivision(
    @Root() { registeredDivisionCode: code }: LedgerLineType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code === null ? null : loaders.divisions.load(code);
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe(
      'Place of residence',
      '居住地',
      'null when it lies outside this county or is unknown.',
    ),
  })
  residenceDivision(
    @Root() { residenceDivisionCode: code }: LedgerLineType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code === null ? null : loaders.divisions.load(code);
  }

  @RequiresScope(COORDINATION_SCOPES.readDiscrepancies)
  @Holds('CASEWORK')
  @FieldResolver(() => Int, { nullable: true, description: describe('Open discrepancies', '未销疑点数') })
  openDiscrepancies(@Root() { studentId }: LedgerLineType, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.openDiscrepancies.load(studentId);
  }
}

@Resolver(() => LedgerResidenceTotalType)
export class LedgerResidenceTotalResolver {
  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Division', '区划', 'null outside the county and where nothing is known.'),
  })
  division(
    @Root() { divisionCode: code }: LedgerResidenceTotalType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code === null ? null : loaders.divisions.load(code.padEnd(DIVISION_DIGITS, '0'));
  }
}

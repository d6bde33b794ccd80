import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../../_kit/schema/connection.js';
import { DivisionType } from '../../../_kit/schema/division.type.js';
import { describe } from '../../../_kit/schema/label.js';
import { DispositionEnum } from '../../casework/disposition.enums.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import { StudentType } from '../../student.type.js';
import { DispositionRecordType } from '../dispositions/disposition-record.type.js';
import { dispositionView } from '../dispositions/disposition-record.view.js';
import { fullDivisionCode } from '../dispositions/residence-code.js';
import type { StoredDiscrepancy } from './discrepancy.entity.js';
import { DiscrepancyConnectionType, DiscrepancyFilter, DiscrepancyType } from './discrepancy.type.js';

type Context = RequestContext<CoordinationLoaders>;

const SHOWN: ReadonlySet<string> = new Set(DispositionEnum.values);

@Resolver(() => DiscrepancyType)
export class DiscrepancyResolver {
  @RequiresScope(COORDINATION_SCOPES.readDiscrepancies)
  @Query(() => DiscrepancyConnectionType, {
    nullable: true,
    description: describe('Discrepancies about children within reach', '疑点列表', 'the oldest come first.'),
  })
  discrepancies(
    @Arg('filter', () => DiscrepancyFilter, {
      nullable: true,
      description: describe('Which discrepancies', '筛选条件'),
    })
    filter: DiscrepancyFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StoredDiscrepancy>> {
    return loaders.listDiscrepancies(filter ?? {}, page);
  }

  /** Some dispositions are told to nobody outside the casework. */
  @FieldResolver(() => DispositionEnum.type, { nullable: true })
  proposedDisposition(@Root() { proposedDisposition: code }: DiscrepancyType): string | null {
    return code !== null && SHOWN.has(code) ? code : null;
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Township that has to see to it', '责任乡镇', 'where the child lives.'),
  })
  township(
    @Root() { townshipCode }: DiscrepancyType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return townshipCode === null ? null : loaders.divisions.load(fullDivisionCode(townshipCode));
  }

  @FieldResolver(() => [DispositionRecordType], {
    description: describe(
      'Decisions on it and on what else is the same matter',
      '核查结论',
      'the latest first; the first one holds unless it says when it ended.',
    ),
  })
  async dispositions(
    @Root() { matter }: DiscrepancyType,
    @Ctx() { loaders }: Context,
  ): Promise<DispositionRecordType[]> {
    return (await loaders.dispositionsOfMatter.load(matter)).map(dispositionView);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DiscrepancyType): StudentType {
    return { id: studentId };
  }
}

import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { RequiresScope } from '../access/requires-scope.js';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { HubError } from '../errors.js';
import type { RequestContext } from '../request-context.js';
import {
  connectionOf,
  connectionType,
  PageArgs,
  pageRequest,
  type Connection,
} from '../schema/connection.js';
import { describe } from '../schema/label.js';
import { nameOfAgency } from '../schema/name-of-agency.js';
import type { StudentIdentity } from '../student/student-identity.js';
import type { StudentReference } from '../student/student.type.js';
import { ACCESS_CURSOR, cursorOfAccess } from './access-log.reader.js';
import type { TouchedChild } from './access-reader.js';
import {
  AccessConnectionType,
  ChildAccessesType,
  DISCLOSED_UNTIL,
  type AccessType,
} from './access-log.type.js';

type Context = RequestContext;

const MAX_REQUEST_IDS = 100;
const FROM = describe('From this time on', '起始时间');
const TO = describe('Before this time', '截止时间');

@Resolver(() => ChildAccessesType)
class ChildAccessesResolver {
  @FieldResolver(() => AccessConnectionType, {
    description: describe('The reads', '访问记录', 'the latest first.'),
  })
  async accesses(
    @Root() { student }: ChildAccessesType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AccessType>> {
    const { limit, after } = pageRequest(args, ACCESS_CURSOR);
    const rows = await loaders.accesses.accessesToChild.load({ parent: student, limit, after, filter: null });
    return connectionOf(rows, limit, cursorOfAccess);
  }
}

/**
 * What an agency shows of its access log: `Student.accessesAt<Agency>` and `accessLogAt<Agency>`. The names differ by
 * agency, since every log is asked for and answers, or fails to, by itself.
 */
export function createAccessLogResolvers({ name, title, student: StudentType }: SubgraphDefinition) {
  const scope = `${name}.access-log.read`;
  const at = `At${nameOfAgency(name)}`;

  @ObjectType('IncidentSubject', {
    description: describe('Child that an incident touched', '事件涉及的学生'),
  })
  @Directive('@shareable')
  @Holds('ACCESS_LOG')
  class IncidentSubjectType {
    @Field(() => String, { description: describe("Digest of the child's id in the log", '学生标识摘要') })
    digest!: string;

    @Field(() => Int, { description: describe('Calls that were about the child', '访问次数') })
    accesses!: number;

    @Field(() => Date, { description: describe('First of them', '首次访问时间') })
    firstAt!: Date;

    @Field(() => Date, { description: describe('Last of them', '末次访问时间') })
    lastAt!: Date;

    @Field(() => [String], {
      description: describe('Fields of the child that were delivered', '所提供的字段'),
    })
    fields!: readonly string[];
  }

  const SubjectConnectionType = connectionType(
    'IncidentSubject',
    IncidentSubjectType,
    { en: 'Children that an incident touched', zh: '事件涉及的学生列表', detail: 'by digest.' },
    { isShareable: true },
  );

  @ObjectType('AccessLog', { description: describe('Access log of an agency', '访问日志') })
  @Directive('@shareable')
  @Holds('ACCESS_LOG')
  class AccessLogType {
    @Field(() => Date, { nullable: true, description: DISCLOSED_UNTIL })
    disclosedUntil!: Date | null;
  }

  @Resolver(() => StudentType)
  class StudentAccessesResolver {
    @Holds('ACCESS_LOG')
    @RequiresScope(scope)
    @FieldResolver(() => ChildAccessesType, {
      name: `accesses${at}`,
      nullable: true,
      description: describe(`Who read the child's records at: ${title.en}`, `${title.zh}访问记录`),
    })
    accesses(@Root() student: StudentIdentity, @Ctx() { loaders }: Context): ChildAccessesType {
      return { student, disclosedUntil: loaders.accesses.disclosedUntil() };
    }
  }

  @Resolver(() => AccessLogType)
  class AccessLogResolver {
    @RequiresScope(scope)
    @Query(() => AccessLogType, {
      name: `accessLog${at}`,
      nullable: true,
      description: describe(`Access log of: ${title.en}`, `${title.zh}访问日志`),
    })
    accessLog(@Ctx() { loaders }: Context): AccessLogType {
      return { disclosedUntil: loaders.accesses.disclosedUntil() };
    }

    @FieldResolver(() => AccessConnectionType, {
      description: describe('What an officer looked at', '某人员的访问记录', 'the latest first.'),
    })
    accessesBy(
      @Arg('actor', () => String, { description: describe('Who asked', '访问人') }) actor: string,
      @Arg('from', () => Date, { description: FROM }) from: Date,
      @Arg('to', () => Date, { description: TO }) to: Date,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { loaders }: Context,
    ): Promise<Connection<AccessType>> {
      return loaders.accesses.accessesBy(actor, from, to, page);
    }

    @FieldResolver(() => SubjectConnectionType, {
      description: describe(
        'Children that an incident touched',
        '事件涉及的学生',
        'by actor, requests or both.',
      ),
    })
    incidentSubjects(
      @Arg('from', () => Date, { description: FROM }) from: Date,
      @Arg('to', () => Date, { description: TO }) to: Date,
      @Arg('actor', () => String, { nullable: true, description: describe('Who asked', '访问人') })
      actor: string | null,
      @Arg('requestIds', () => [String], {
        nullable: true,
        description: describe('Requests', '请求编号', 'at most 100.'),
      })
      requestIds: readonly string[] | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { loaders }: Context,
    ): Promise<Connection<IncidentSubjectType>> {
      if (actor == null && requestIds == null)
        throw new HubError('BAD_USER_INPUT', 'Name an actor or requests.');
      if ((requestIds?.length ?? 0) > MAX_REQUEST_IDS)
        throw new HubError('BAD_USER_INPUT', `At most ${MAX_REQUEST_IDS} requests at once.`);
      const query = { actor: actor ?? null, requestIds: requestIds ?? null, from, to };
      return loaders.accesses.incidentSubjects(query, page);
    }

    @FieldResolver(() => StudentType, {
      nullable: true,
      description: describe(
        'Child whose reads are looked into',
        '被审计的学生',
        'its fields ask for their own rights.',
      ),
    })
    async student(
      @Arg('id', () => ID, { description: describe('Any id of the child', '学生标识') }) id: string,
      @Ctx() { loaders }: Context,
    ): Promise<StudentReference> {
      const student = await loaders.students.load(id);
      if (!student) throw new HubError('NOT_FOUND');
      return { id: student.id };
    }
  }

  @Resolver(() => IncidentSubjectType)
  class IncidentSubjectResolver {
    @FieldResolver(() => StudentType, {
      nullable: true,
      description: describe('The child', '学生', 'null when nobody within reach has this digest.'),
    })
    student(@Root() { studentId }: TouchedChild): StudentReference | null {
      return studentId === null ? null : { id: studentId };
    }
  }

  return [ChildAccessesResolver, StudentAccessesResolver, AccessLogResolver, IncidentSubjectResolver];
}

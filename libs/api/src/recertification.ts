import { ROLES } from '@aigaq/kernel';
import { z } from 'zod';
import { BodyName, Day, PageQuery, PersonName } from './values.js';

/** POST /api/organisations/recertifications: a campaign asks of every membership in force whether it is still needed. */
export const BeginRecertification = z.strictObject({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/), deadline: Day });
export type BeginRecertification = z.infer<typeof BeginRecertification>;
export const RecertificationView = z.object({
  id: z.string(),
  quarter: z.string(),
  deadline: Day,
  status: z.enum(['open', 'closed']),
  /** In the bodies that the one who asks answers for; the Agency sees all. */
  counts: z.object({ asked: z.int(), kept: z.int(), ended: z.int(), unanswered: z.int() }),
});
export type RecertificationView = z.infer<typeof RecertificationView>;

/** GET /api/organisations/recertifications (newest first), GET …/:id/questions?answer= */
export const RecertificationAnswer = z.enum(['keep', 'end']);
export type RecertificationAnswer = z.infer<typeof RecertificationAnswer>;
export const QuestionsQuery = PageQuery.extend({ answered: z.stringbool().optional(), organisationId: z.string().max(80).optional() });
export type QuestionsQuery = z.infer<typeof QuestionsQuery>;
export const QuestionView = z.object({
  id: z.string(),
  person: PersonName,
  organisation: BodyName,
  role: z.enum(ROLES),
  since: Day,
  lastSeen: z.iso.datetime().nullable(),
  /** `lapsed`: nobody answered by the deadline and the role was ended. */
  answer: z.enum(['keep', 'end', 'lapsed']).nullable(),
  answeredBy: PersonName.nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type QuestionView = z.infer<typeof QuestionView>;
/** POST /api/organisations/recertifications/:id/answers: each by itself, the result says what became of each. Nobody answers for himself. */
export const AnswerQuestions = z.strictObject({
  answers: z.array(z.strictObject({ questionId: z.string().max(200), answer: RecertificationAnswer })).min(1).max(100),
});
export type AnswerQuestions = z.infer<typeof AnswerQuestions>;
export const AnswersView = z.object({ results: z.array(z.object({ questionId: z.string(), taken: z.boolean(), code: z.string().nullable() })) });
export type AnswersView = z.infer<typeof AnswersView>;

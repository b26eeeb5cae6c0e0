import { aggregateSchema, unrecorded } from '@aigaq/service';

export const RecertificationSchema = aggregateSchema(
  { deadline: String, begunOn: String, status: String, askedUpTo: String, isAsked: Boolean, isReminded: Boolean },
  'recertifications',
);
// RecertificationsRepository.open: at every round.
RecertificationSchema.index({ status: 1, _id: 1 });

export const QuestionSchema = aggregateSchema(
  {
    recertificationId: String,
    membershipId: String,
    personId: String,
    personName: String,
    organisationId: String,
    scope: unrecorded([String]),
    role: String,
    since: String,
    answer: String,
    answeredBy: { id: String, name: String },
    answeredAt: Date,
    isDone: Boolean,
  },
  'questions',
);
// QuestionsRepository.page and counts: a coordinator's questions of a campaign.
QuestionSchema.index({ scope: 1, recertificationId: 1, _id: 1 });
// QuestionsRepository.page with organisationId.
QuestionSchema.index({ organisationId: 1, recertificationId: 1, _id: 1 });
// QuestionsRepository.unanswered and page for those who see the whole country.
QuestionSchema.index({ recertificationId: 1, answer: 1, _id: 1 });
// QuestionsRepository.undone: at every round.
QuestionSchema.index({ isDone: 1 }, { sparse: true });

import { ADMIN, cardOf, edition, NOW, refusalOf, sample, SECOND_ADMIN, subtask } from '../../test/examples.js';
import { beginAmendment, publishEdition, sendBack, sendForReview } from './edition-life.js';
import type { Edition } from './edition.js';

const admin = { id: ADMIN.id, name: ADMIN.name };
const second = { id: SECOND_ADMIN.id, name: SECOND_ADMIN.name };
const inReview = (change: Partial<Edition> = {}): Edition => edition({ status: 'in-review', sentBy: admin, ...change });
const published = edition({ status: 'published', publishedAt: NOW, approvedBy: second, sentBy: admin });

describe('sending a draft for review', () => {
  it('remembers who sent it, and forgets why it was sent back', () => {
    const sentBack = { by: second, at: NOW, remark: 'Уточните срок' };
    expect(sendForReview(edition({ cardVersion: 2, sentBack }), ADMIN)).toEqual({
      next: edition({ cardVersion: 2, status: 'in-review', sentBy: admin }),
      events: [sample('CardSentForReview')],
    });
  });

  const days = { period: '2026-H1', opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' };
  const { projects: [project] } = cardOf(subtask());
  it.each<[string, Partial<Edition>, string]>([
    ['no year', { year: null, dates: {} }, 'edition.dates_missing'],
    ['a subtask without days', { card: cardOf(subtask(), subtask({ code: '1.1.3' })) }, 'edition.dates_missing'],
    ['a period without days', { card: cardOf(subtask({ period: 'half' })), dates: { '1.1.2': [days] } }, 'edition.dates_missing'],
    ['a task without subtasks', { card: cardOf() }, 'edition.empty_part'],
    ['a project without tasks', { card: { ...cardOf(), projects: [{ ...project!, tasks: [] }] } }, 'edition.empty_part'],
    ['nothing on the card', { card: { ...cardOf(), projects: [] } }, 'edition.empty_part'],
  ])('is refused with %s', (_, change, code) => {
    expect(refusalOf(() => sendForReview(edition(change), ADMIN))).toBe(code);
  });
});

describe('sending a version back', () => {
  it('makes it a draft with the remark', () => {
    expect(sendBack(inReview({ cardVersion: 2 }), SECOND_ADMIN, 'Уточните срок', NOW)).toEqual({
      next: edition({ cardVersion: 2, sentBack: { by: second, at: NOW, remark: 'Уточните срок' } }),
      events: [sample('CardSentBack')],
    });
  });
});

describe('publishing a version', () => {
  it('puts it into force and tells what it asks', () => {
    expect(publishEdition(inReview(), SECOND_ADMIN, NOW)).toEqual({ next: published, events: [sample('CardPublished')] });
  });

  it('tells which version it is', () => {
    const [told] = publishEdition(inReview({ id: '2024:2', cardVersion: 2 }), SECOND_ADMIN, NOW).events;
    expect(told?.payload).toMatchObject({ edition: '2024', version: 2 });
  });

  it.each<[string, Partial<Edition>]>([
    ['sent it', { changedBy: second }],
    ['changed it last', { sentBy: second }],
    ['did both', {}],
  ])('is refused to the one who %s', (_, change) => {
    expect(refusalOf(() => publishEdition(inReview(change), ADMIN, NOW))).toBe('edition.own_work');
  });
});

describe('an amendment', () => {
  it('is the draft of the next version, made from the one in force', () => {
    expect(beginAmendment(published, SECOND_ADMIN)).toEqual({
      next: edition({ id: '2024:2', cardVersion: 2, changedBy: second }),
      events: [sample('CardDraftBegun')],
    });
  });
});

// Whatever is done to a version, and in which state it is.
const acts: [string, (state: Edition) => unknown][] = [
  ['sent for review', (state) => sendForReview(state, ADMIN)],
  ['sent back', (state) => sendBack(state, SECOND_ADMIN, 'Уточните срок', NOW)],
  ['published', (state) => publishEdition(state, SECOND_ADMIN, NOW)],
];

describe('the states of a version', () => {
  it.each(acts)('published, it is not %s', (_, act) => expect(refusalOf(() => act(published))).toBe('edition.published'));
  it('under review, it is not sent again', () => expect(refusalOf(() => sendForReview(inReview(), ADMIN))).toBe('edition.in_review'));
  it.each(acts.slice(1))('as a draft, it is not %s', (_, act) => expect(refusalOf(() => act(edition()))).toBe('edition.not_in_review'));
});

import { allFacts, allTopics, AssignmentAcceptedSchema, decodeEvent, event, ObjectReadSchema, topicOf } from './index.js';

describe('encoding a fact', () => {
  it('gives its full name and canonical JSON', () => {
    expect(event(ObjectReadSchema, { actorId: 'p', act: 'read', thing: 'assignment', thingId: 'a' })).toEqual({
      type: 'aigaq.audit.v1.ObjectRead',
      payload: { actorId: 'p', act: 'read', thing: 'assignment', thingId: 'a' },
    });
  });

  it('comes back as it went', () => {
    const sent = event(AssignmentAcceptedSchema, { assignmentId: 'a', onTime: true, evidenceSha256: ['00'] });
    expect(decodeEvent(sent.type, sent.payload)).toMatchObject({ assignmentId: 'a', onTime: true, evidenceSha256: ['00'] });
  });

  it('refuses a type that nobody knows and JSON that does not fit', () => {
    expect(() => decodeEvent('aigaq.tasks.v1.Nothing', {})).toThrow('unknown event');
    expect(() => decodeEvent('aigaq.audit.v1.ObjectRead', { actorId: 5 })).toThrow();
  });
});

describe('topics', () => {
  it.each([
    ['aigaq.tasks.v1.AssignmentSubmitted', 'tasks.events'],
    ['aigaq.evidence.v1.EvidenceStored', 'evidence.events'],
    ['aigaq.evidence.v1.CheckRequested', 'evidence.checking'],
  ])('%s is told on %s', (type, topic) => expect(topicOf(type)).toBe(topic));

  it('are one per telling service and one for work', () => {
    expect(allTopics()).toEqual([
      'audit.events',
      'compliance.events',
      'evidence.checking',
      'evidence.events',
      'organisations.events',
      'tasks.events',
    ]);
  });

  it('carry facts; work and the parts of facts are no facts', () => {
    expect(allFacts()).toContain('aigaq.tasks.v1.AssignmentPassedOn');
    expect(allFacts()).toContain('aigaq.organisations.v1.HeadAppointed');
    expect(allFacts()).not.toContain('aigaq.evidence.v1.CheckRequested');
    expect(allFacts()).not.toContain('aigaq.tasks.v1.Person');
    expect(allFacts()).not.toContain('aigaq.organisations.v1.Organisation');
  });
});

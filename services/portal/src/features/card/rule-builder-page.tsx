import type { EditionView, SubtaskView } from '@aigaq/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { put } from '../../api/client.js';
import { NotFound } from '../../app/not-found.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Page } from '../../ui/page.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { saidRule } from '../assignment/rule-words.js';
import { editionQuery } from './card.js';
import { isComplete } from './rule-builder.js';
import { RuleConditions } from './rule-conditions.js';
import { RuleDocuments } from './rule-documents.js';

const subtasksOf = ({ projects }: EditionView): SubtaskView[] => projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks));

/** The rule of evidence of one subtask: a form, and beside it how executor and reviewer will read it in both languages. */
export function RuleBuilderPage() {
  const { edition = '', code = '' } = useParams();
  const { t } = useWords();
  return (
    <Loaded query={useQuery(editionQuery(edition))} title={t('ruleBuilder.title')} skeleton={<SkeletonLines lines={10} height={56} />}>
      {(view) => {
        const subtask = subtasksOf(view).find((each) => each.code === code);
        return subtask ? <Builder key={code} view={view} subtask={subtask} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Builder({ view, subtask }: { view: EditionView; subtask: SubtaskView }) {
  const { t, say } = useWords();
  const announce = useAnnounce();
  const [rule, setRule] = useState(subtask.rule);
  const [isTold, setTold] = useState(false);
  const save = useSetRule(view.edition, subtask.code);
  const isDraft = view.status === 'draft';
  const forms = [...new Set(subtasksOf(view).flatMap((each) => each.rule.documents.flatMap(({ form }) => form ?? [])))].sort();
  const submit = (): void => {
    setTold(true);
    if (isComplete(rule)) {
      save.mutate(rule, { onSuccess: () => announce(t('ruleBuilder.saved', { code: subtask.code })) });
    }
  };
  return (
    <Page
      crumbs={[
        { to: '/card', text: t('card.title') },
        { to: `/card/${encodeURIComponent(view.edition)}`, text: t('card.editionIs', { edition: view.edition }) },
      ]}
      over={<span className="job-code">{subtask.code}</span>}
      title={t('ruleBuilder.title')}
      lead={say(subtask.title)}
    >
      {!isDraft && <p className="told">{t('ruleBuilder.published')}</p>}
      <div className="two">
        {isDraft && (
          <div className="stack">
            <RuleDocuments rule={rule} forms={forms} isTold={isTold} onChange={setRule} />
            <RuleConditions rule={rule} audience={subtask.audience} onChange={setRule} />
            {save.isError && <Failure error={save.error} />}
            <div className="act-row">
              <Button type="primary" size="large" loading={save.isPending} onClick={submit}>
                {t('save')}
              </Button>
            </div>
          </div>
        )}
        <section className="block" aria-labelledby="preview">
          <h2 id="preview">{t('ruleBuilder.preview')}</h2>
          {(['kk', 'ru'] as const).map((language) => (
            <div key={language} lang={language}>
              <h3>{t(`ruleBuilder.languages.${language}`)}</h3>
              <ul className="plain-list rule-words">
                {saidRule(rule, language).map(({ text }, place) => (
                  <li key={`${place}:${text}`}>{text}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      </div>
    </Page>
  );
}

function useSetRule(edition: string, code: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rule: SubtaskView['rule']) => put<EditionView>(`/api/tasks/editions/${encodeURIComponent(edition)}/subtasks/${encodeURIComponent(code)}/rule`, { rule }),
    onSuccess: (view) => queries.setQueryData(editionQuery(edition).queryKey, view),
  });
}

import type { EvidenceView, Subject } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type SubmitEvent, useId, useMemo, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { DayField } from '../../ui/day-field.js';
import { Empty, Failure, SkeletonLines } from '../../ui/states.js';
import { Told } from '../../ui/told.js';
import { DocumentList } from '../evidence/document-list.js';
import { documentsQuery } from '../evidence/documents.js';
import { useReadingNews } from '../evidence/reading-news.js';
import { UploadArea } from '../evidence/upload-area.js';
import { Viewer } from '../evidence/viewer.js';
import { useRegister } from './compliance.js';
import { type Entered, type Mistake, mistakesIn, registrationOf, validFromOf } from './registration.js';

interface RegisterFormProps {
  entityId: string;
  code: string;
  onDone: () => void;
}

const NO_PAPERS: ReadonlySet<string> = new Set();

/** The paper that proves the document, since when and until when it holds, and where it was published. */
export function RegisterForm({ entityId, code, onDone }: RegisterFormProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const subject = useMemo<Subject>(() => ({ type: 'compliance-document', id: `${entityId}:${code}` }), [entityId, code]);
  const papers = useQuery(documentsQuery(subject));
  useReadingNews(papers.data);
  const [shownId, setShownId] = useState<string | null>(null);
  const [entered, setEntered] = useState<Entered>({ from: null, until: '', address: '' });
  const [isTold, setTold] = useState(false);
  const register = useRegister(entityId);
  const documents = papers.data ?? [];
  const paper = documents.find(({ id }) => id === shownId) ?? documents[0];
  const mistakes = mistakesIn(entered, paper);
  const done = (): void => {
    announce(t('compliance.done'));
    onDone();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTold(true);
    if (paper !== undefined && mistakes.size === 0) {
      register.mutate({ code, body: registrationOf(entered, paper) }, { onSuccess: done });
    }
  };
  return (
    <form className="stack register" onSubmit={submit} noValidate>
      <UploadArea subject={subject} onStored={({ id }) => setShownId(id)} />
      {/* The place of the paper is kept: what stands below does not jump when it comes. */}
      <div className="papers-place">
        {papers.isPending && <SkeletonLines lines={4} height={52} />}
        {papers.isSuccess && paper === undefined && <Empty title={t('papers.empty')} text={t('papers.emptyUpload')} />}
        {paper !== undefined && (
          <>
            <DocumentList documents={documents} shownId={paper.id} onShow={setShownId} handedIn={NO_PAPERS} />
            <div className="viewer">
              <Viewer key={paper.id} evidence={paper} />
            </div>
          </>
        )}
      </div>
      <Fields entered={entered} onEnter={setEntered} paper={paper} mistakes={isTold ? mistakes : new Set()} />
      {register.isError && <Failure error={register.error} />}
      <div className="act-row">
        <Button type="primary" htmlType="submit" loading={register.isPending}>
          {t('compliance.register')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  entered: Entered;
  onEnter: (entered: Entered) => void;
  paper: EvidenceView | undefined;
  mistakes: ReadonlySet<Mistake>;
}

function Fields({ entered, onEnter, paper, mistakes }: FieldsProps) {
  const { t } = useWords();
  const id = useId();
  const told = (mistake: Mistake): string => (mistakes.has(mistake) ? t(`compliance.${mistake}`) : '');
  return (
    <>
      <div className="fields">
        <DayField
          label={t('compliance.validFrom')}
          value={validFromOf(entered, paper)}
          onChange={(from) => onEnter({ ...entered, from })}
          isRequired
          told={told('needFrom')}
        />
        <DayField
          label={t('compliance.validUntil')}
          value={entered.until}
          onChange={(until) => onEnter({ ...entered, until })}
          told={told('disordered')}
        />
        <div className="field grow">
          <label htmlFor={`${id}-address`}>{t('compliance.address')}</label>
          <Input
            id={`${id}-address`}
            type="url"
            inputMode="url"
            value={entered.address}
            onChange={({ target }) => onEnter({ ...entered, address: target.value.trim() })}
            maxLength={500}
            status={told('badAddress') && 'error'}
            aria-describedby={`${id}-told`}
          />
          <Told id={`${id}-told`} text={told('badAddress')} />
        </div>
      </div>
      <Told id={`${id}-paper`} text={told('needPaper') || told('stillReading')} />
    </>
  );
}

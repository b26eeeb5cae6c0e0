import { ApiError } from '../../api/problem.js';
import { useWords } from '../../texts/words.js';
import { Failure } from '../../ui/states.js';

/** A refusal with what somebody else did meanwhile: who, what and when. The page below shows it already as it is now. */
export function StepFailure({ error }: { error: unknown }) {
  const { t, coded, moment } = useWords();
  const { by, act, at } = (error instanceof ApiError && error.data) || {};
  const isChange = typeof by === 'string' && typeof act === 'string' && typeof at === 'string';
  return (
    <>
      <Failure error={error} />
      {isChange && (
        <p className="notice-watch" role="status">
          {t('changed.last', { name: by, act: coded('history', act), moment: moment(at) })}
        </p>
      )}
    </>
  );
}

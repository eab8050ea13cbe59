import { Button } from 'antd';
import { unitDisplayName } from '#domain/records/unit';
import type { SimilarUnits } from '#domain/units/similar-units';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';
import styles from './units.module.css';

type SimilarUnitsDialogProps = {
  readonly groups: readonly SimilarUnits[];
  readonly onMerge: (unitIds: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Units that were perhaps entered twice, each group with the way to make one of them. */
export function SimilarUnitsDialog({ groups, onMerge, onClose }: SimilarUnitsDialogProps) {
  return (
    <Dialog
      width={720}
      title={messages.similar.title}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{messages.similar.close}</Button>}
    >
      <p className={styles['intro']}>{groups.length > 0 ? messages.similar.intro : messages.similar.none}</p>
      <ul className={styles['groups']}>
        {groups.map(({ units, names }) => (
          <li key={units.map(({ id }) => id).join(' ')} className={styles['group']}>
            <div>
              <div>{units.map(unitDisplayName).join('　｜　')}</div>
              <div className={styles['echo']}>{messages.similar.names(names)}</div>
            </div>
            <Button size="small" onClick={() => onMerge(units.map(({ id }) => id))}>
              {messages.similar.merge}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

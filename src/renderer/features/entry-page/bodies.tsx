import { Nothing } from '../../components/field-list.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './entry-page.module.css';

export type Body = { readonly printed: string; readonly unitId: string | null; readonly remark?: string };

/** Names as printed; each leads to the unit it stands for. */
export function Bodies({ bodies }: { readonly bodies: readonly Body[] }) {
  const { go } = useNavigation();
  if (bodies.length === 0) return <Nothing />;
  return (
    <ul className={styles['bodies']}>
      {bodies.map(({ printed, unitId, remark }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name may stand there twice
        <li key={`${index} ${printed}`}>
          {unitId === null ? (
            printed
          ) : (
            <button type="button" className={styles['link']} onClick={() => go({ screen: 'unit', id: unitId })}>
              {printed}
            </button>
          )}
          {remark && <span className={styles['raw']}>（{remark}）</span>}
        </li>
      ))}
    </ul>
  );
}

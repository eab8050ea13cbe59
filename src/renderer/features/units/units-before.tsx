import { Button, Form } from 'antd';
import { unitDisplayName } from '#domain/records/unit';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { messages } from './messages.ts';
import { UnitSelect } from '../../archive/unit-select.tsx';
import styles from './units.module.css';

type UnitsBeforeProps = { readonly ids: readonly string[]; readonly onChange: (ids: readonly string[]) => void };

/** The units that are merged; the first is the one whose page this was called from. */
export function UnitsBefore({ ids, onChange }: UnitsBeforeProps) {
  const directory = useUnitDirectory();
  return (
    <Form.Item label={messages.change.before} htmlFor="change-before">
      <ul className={styles['chosen']}>
        {ids.map((id, index) => {
          const unit = directory.get(id);
          const name = unit ? unitDisplayName(unit) : id;
          return (
            <li key={id}>
              {name}
              {index > 0 && (
                <Button
                  type="link"
                  size="small"
                  aria-label={messages.merge.leaveOut(name)}
                  onClick={() => onChange(ids.filter((each) => each !== id))}
                >
                  {messages.merge.leave}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <UnitSelect
        id="change-before"
        label={messages.change.before}
        placeholder={messages.merge.other}
        value={null}
        exclude={ids}
        onChange={(unit) => unit && onChange([...ids, unit.id])}
      />
    </Form.Item>
  );
}

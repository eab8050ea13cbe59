import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { messages } from './messages.ts';
import styles from './search-screen.module.css';

/** The syntax in short (docs/search-syntax.md). */
export function SyntaxHelp() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        type="text"
        aria-label={messages.help.open}
        title={messages.help.open}
        icon={<QuestionCircleOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Modal
          open
          width={680}
          title={messages.help.title}
          onCancel={close}
          footer={
            <Button type="primary" onClick={close}>
              {messages.help.close}
            </Button>
          }
        >
          <table className={styles['help']}>
            <thead>
              <tr>
                <th scope="col">{messages.help.typed}</th>
                <th scope="col">{messages.help.finds}</th>
              </tr>
            </thead>
            <tbody>
              {messages.help.rows.map(([typed, finds]) => (
                <tr key={typed}>
                  <td>{typed}</td>
                  <td>{finds}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{messages.help.note}</p>
        </Modal>
      )}
    </>
  );
}

import { App, Button, Space } from 'antd';
import { callMain } from './bridge.ts';
import { fileMessages } from './file-messages.ts';

/** What can be done with the file that was saved last. */
export function SavedFileActions() {
  const { message } = App.useApp();
  const openFile = async (how: 'open' | 'reveal') => {
    if (!(await callMain('file:open-saved', how))) void message.warning(fileMessages.cannotOpen);
  };
  return (
    <Space>
      <Button size="small" type="primary" onClick={() => void openFile('open')}>
        {fileMessages.open}
      </Button>
      <Button size="small" onClick={() => void openFile('reveal')}>
        {fileMessages.reveal}
      </Button>
    </Space>
  );
}

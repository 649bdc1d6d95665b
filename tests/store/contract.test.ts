import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.ts';
import { storeContract } from '../contracts/store.ts';
import { folderOf } from '../support/process.ts';

const file = join(folderOf({}), 'kept', 'onrecord.db');
storeContract(
  'the file',
  () => openStore(file),
  async () => {
    for (const ending of ['', '-wal', '-shm', '-kept']) rmSync(`${file}${ending}`, { force: true });
  },
);

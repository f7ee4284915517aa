import { byId } from './elements.ts';
import { Room } from './room.ts';
import { followTheme } from './theme.ts';
import { keepTimesTrue } from './times.ts';

followTheme(byId('theme'));
keepTimesTrue();
await new Room().enter();

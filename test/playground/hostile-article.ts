import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An article that tries whatever a page might fall for: scripts, pictures, links that run, policies of its own. */
export function writeHostileArticle(folder: string, now: Date): void {
  const attack =
    '<script>document.title = "run"</script><img src="https://evil.example/x.png" onerror="document.title = \'run\'">';
  const article = {
    title: `Kraken seen off Elvik ${attack}`,
    outlet: `<iframe src="https://evil.example"></iframe> [Gazette](javascript:alert(1))`,
    url: 'https://news.example/kraken?"><script src="https://evil.example/x.js"></script>',
    author: '@everyone <@1> </div><base href="https://evil.example/">',
    publishedAt: new Date(now.getTime() - 600_000).toISOString(),
    text: `A kraken was seen off Elvik on Monday. ${attack}

"It had [arms](javascript:alert(1)) like <style>*{display:none}</style> trees," said fisherwoman Olga Brun. ![picture](https://evil.example/y.png)

Nobody was hurt. https://evil.example/z <meta http-equiv="refresh" content="0;url=https://evil.example">`,
  };
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify(article));
}

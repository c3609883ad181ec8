// `pin ADDRESS ROOT`: pins a feed in the build. Changes one file, which you then commit.
import { CommandError, given, wrongUse } from '../command.ts';
import { isFeedAddress } from '../../../src/core/update/feed-address.ts';
import { readSelfSignedRoot } from './signed-file.ts';
import { trustPath, writePin } from './trust-file.ts';

const usage = `Usage: npm run -s advisory -- pin ADDRESS SIGNED_ROOT [--trust FILE]
       npm run -s advisory -- pin --none

  ADDRESS       https address of the folder that "publish" made
  SIGNED_ROOT   the newest root, such as root/1.json
  --none        a build without a feed`;

export async function pin(args: string[]): Promise<number> {
  const line = given(args, {
    usage,
    options: { none: { type: 'boolean' }, trust: { type: 'string' } },
  });
  const [address, rootFile, ...others] = line.positionals;
  const file = line.one('trust') ?? trustPath;
  if (line.has('none') && address === undefined) {
    await writePin(file, null);
    console.log(
      `${file}: no feed. Builds from here on work from their packaged advisory and ask nothing of the network.`,
    );
    return 0;
  }
  if (line.has('none') || address === undefined || rootFile === undefined || others.length > 0)
    throw wrongUse(usage);
  if (!isFeedAddress(address))
    throw new CommandError(`${address}: must be an https address of a folder, without a query`, 2);
  const root = await readSelfSignedRoot(rootFile);
  await writePin(file, { address, root });
  console.log(
    `${file}: builds from here on take ${root.feed} from ${address}, trusting root ${String(root.version)} (valid until ${root.expires}). Commit this file.`,
  );
  return 0;
}

/**
 * Whether a command was given a flag, such as "fix" for `npm run check:content -- --fix`. Without the `--`, which
 * PowerShell takes away too, npm keeps the flag for itself and tells of it in the environment.
 */
export function hasFlag(name: string): boolean {
  return (
    process.argv.includes(`--${name}`) || process.env[`npm_config_${name.replaceAll("-", "_")}`] === "true"
  );
}

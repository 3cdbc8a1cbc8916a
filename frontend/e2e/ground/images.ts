import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { bootableKernel, ROOT } from "./folders";

/** Makes the corpus's kernel one the service can boot; the folder for `--images`, and the kernel's name. */
export function bootableImages(data: string): { images: string; kernel: string } {
  const kernel = bootableKernel();
  const images = join(data, "images");
  const from = ["--from", kernel.vmlinuz, "--config", kernel.config, "--module-dir", kernel.modules];
  const words = ["archive", "fetch-image", kernel.id, ...from, "--images", images, "--archive", "btf-archive"];
  execFileSync("./relogrid", words, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  return { images, kernel: kernel.id };
}

// What the host gives.
#ifndef INPUT_H
#define INPUT_H

void input_conf(void); // frames of configuration only; may be called again
void input_frames(void); // all others
void input_files(void); // modules and objects of the initramfs
void input_file(const char *path); // one object

#endif

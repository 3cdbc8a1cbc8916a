// The first and the last a guest does.
#ifndef BOOT_H
#define BOOT_H

void mount_all(void);
void find_way_out(void); // does not return when there is none
void send_hello(void);
_Noreturn void switch_off(int code); // enum exit_code

#endif

// The file has assembly in it
__asm__(".globl hidden\n");
int main(void) { return 0; }

# Settings of Kaspersky Ban Advisory in Microsoft Edge. Run in the system context, 64-bit.
$ErrorActionPreference = 'Stop'
$key = 'HKLM:\Software\Policies\Microsoft\Edge\3rdparty\extensions\ponmlkjihgfedcbaponmlkjihgfedcba\policy'
if (Test-Path $key) { Remove-Item -Path $key -Recurse }
New-Item -Path $key -Force | Out-Null
New-ItemProperty -Path $key -Name 'mode' -PropertyType String -Value 'warn' -Force | Out-Null
New-ItemProperty -Path $key -Name 'organizationName' -PropertyType String -Value 'Example Corporation' -Force | Out-Null
New-ItemProperty -Path $key -Name 'helpAddress' -PropertyType String -Value 'https://help.example.com/kaspersky' -Force | Out-Null
New-ItemProperty -Path $key -Name 'messages' -PropertyType String -Value '{"en":"Our IT department has a replacement ready for you.","es":"Nuestro departamento de TI tiene un sustituto para usted."}' -Force | Out-Null
New-Item -Path "$key\exceptions" -Force | Out-Null
New-ItemProperty -Path "$key\exceptions" -Name '1' -PropertyType String -Value 'research.example.com' -Force | Out-Null
New-ItemProperty -Path "$key\exceptions" -Name '2' -PropertyType String -Value '*.kaspersky.example' -Force | Out-Null
New-ItemProperty -Path $key -Name 'firstRunPage' -PropertyType DWord -Value 0 -Force | Out-Null
New-Item -Path "$key\peopleMayChange" -Force | Out-Null
New-ItemProperty -Path "$key\peopleMayChange" -Name '1' -PropertyType String -Value 'jurisdictions' -Force | Out-Null
New-ItemProperty -Path "$key\peopleMayChange" -Name '2' -PropertyType String -Value 'language' -Force | Out-Null
